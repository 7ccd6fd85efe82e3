// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the guides' pictures from the running program; the argument is the folder. The property
 * {@code tsunagi.jar} names the jar.
 */
final class Pictures {
  private final Path folder;

  private Pictures(Path folder) {
    this.folder = folder;
  }

  /** Starts a desk with the sample and one without, and takes the pictures. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path data = Files.createTempDirectory("pictures");
    Pictures pictures = new Pictures(folder);
    try (Chromium browser = new Chromium()) {
      try (RunningDesk fresh = RunningDesk.start(data.resolve("fresh"));
          SignedIn nobody = SignedIn.nobody(fresh, browser.window(1280, 760))) {
        nobody.open("/setup");
        pictures.take(nobody.page, "setup", false);
      }
      try (RunningDesk desk = RunningDesk.start(data.resolve("desk"), "--sample")) {
        pictures.teacher(desk, browser);
        pictures.office(desk, browser);
      }
    }
  }

  private void teacher(RunningDesk desk, Chromium browser) {
    try (SignedIn teacher = SignedIn.as(desk, browser.window(1280, 800), Story.TEACHER)) {
      teacher.open("/students");
      take(teacher.page, "students", false);
      teacher.openRegister("2026-11");
      take(teacher.page, "register", true);
      teacher.figure(24, "daysAbsent").scrollIntoViewIfNeeded();
      teacher.figure(24, "daysAbsent").click();
      teacher.page.waitForSelector(".tn-pop .tn-sum");
      take(teacher.page, "popover", false);
      teacher.openSheet();
      take(teacher.page, "sheet-a", false);
      Path months = folder.resolve("sheet-a-months.png");
      teacher
          .page
          .locator("#tn-a-months")
          .screenshot(new Locator.ScreenshotOptions().setPath(months));
    }
    try (SignedIn teacher = SignedIn.as(desk, browser.window(390, 844), Story.TEACHER)) {
      teacher.openRegister("2026-11");
      take(teacher.page, "register-phone", false);
    }
  }

  private void office(RunningDesk desk, Chromium browser) {
    try (SignedIn office = SignedIn.as(desk, browser.window(1280, 800), "hatano.minoru")) {
      office.open("/pages/imports");
      take(office.page, "imports", false);
    }
  }

  private void take(Page page, String name, boolean whole) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(name + ".png"))
            .setFullPage(whole)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
