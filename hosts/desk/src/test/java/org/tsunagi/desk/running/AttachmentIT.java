// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files on a sheet in a real browser: attached, refused, read as a download, voided by keyboard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentIT {
  private static final String TAB = "/students/" + Story.STUDENT + "/sheet-common";

  @TempDir static Path data;
  private RunningDesk desk;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    desk = RunningDesk.start(data.resolve("desk"), "--sample");
    browser = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  private static void attach(SignedIn person, FilePayload file) {
    person.page.locator("#tn-file-section").selectOption("remarks");
    person.page.locator("#tn-file").setInputFiles(file);
    person.page.locator("[data-file-add]").click();
  }

  @Test
  void aFileIsAttachedReadAsADownloadAndVoided() {
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      teacher.open(TAB);
      Locator said = teacher.page.locator("[data-file-say]");
      attach(teacher, file("面談.pdf", "PDFではない"));
      assertThat(said).containsText("中身がPDFではないようです");
      attach(teacher, file("空.txt", ""));
      assertThat(said).containsText("中身がありません");
      attach(teacher, file("面談の記録.txt", "面談のまとめ"));
      assertThat(said).containsText("面談の記録.txtを添付しました");
      Locator link = teacher.page.locator("#tn-files a");
      assertThat(link).hasText("面談の記録.txt");

      String address = desk.url() + link.getAttribute("href");
      APIResponse answer = teacher.page.request().get(address);
      assertEquals(200, answer.status());
      assertEquals("面談のまとめ", answer.text());
      assertTrue(answer.headers().get("content-disposition").startsWith("attachment;"));
      assertEquals("nosniff", answer.headers().get("x-content-type-options"));

      teacher.page.locator("[data-file-void]").focus();
      teacher.press("Enter");
      teacher.page.keyboard().type("別の子の資料だった");
      teacher.press("Tab", "Enter");
      assertThat(teacher.page.locator("#tn-files")).containsText("別の子の資料だった");
      assertEquals(404, teacher.page.request().get(address).status());
      assertEquals(List.of(), teacher.faults());
    }
  }
}
