// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting in, staying in and being kept out, with the finished jar and a real browser. */
class SignInIT {
  private static final Pattern CODE = Pattern.compile("setup code: (\\S+)");
  private static final String OWN = "correct horse staple";

  @TempDir static Path data;
  private static RunningDesk desk;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    desk = RunningDesk.start(data.resolve("sample"), "--sample");
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() throws Exception {
    chromium.close();
    desk.close();
  }

  private static void type(Page page, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      page.keyboard().type(texts[i]);
      page.keyboard().press(i + 1 < texts.length ? "Tab" : "Enter");
    }
  }

  private static Page signIn(BrowserContext window, String url, String name, String password) {
    Page page = window.newPage();
    page.navigate(url + "/sign-in");
    page.focus("#f-username");
    type(page, name, password);
    page.waitForLoadState();
    return page;
  }

  @Test
  void theFirstAdministratorSignsUpAndSetsASecondFactorByKeyboard() throws Exception {
    Path folder = data.resolve("first");
    try (RunningDesk fresh = RunningDesk.start(folder);
        BrowserContext window = chromium.window(1280, 900)) {
      Matcher code = CODE.matcher(fresh.output());
      assertTrue(code.find(), fresh.output());
      Page page = window.newPage();
      page.navigate(fresh.url() + "/");
      assertEquals(fresh.url() + "/setup", page.url());
      page.focus("#f-code");
      type(page, "AAAA-AAAA-AAAA", "kanri", "管理　花子", OWN, OWN);
      page.waitForSelector("#fault");
      assertEquals("f-code", page.evaluate("document.activeElement.id"));
      type(page, code.group(1).toLowerCase(java.util.Locale.ROOT));
      page.waitForSelector("#fault");
      assertEquals("kanri", page.inputValue("#f-username"));
      page.fill("#f-code", code.group(1));
      page.focus("#f-password");
      type(page, OWN, OWN);
      page.waitForURL("**/students");
      page.navigate(fresh.url() + "/setup");
      assertEquals("見つかりません - つなぎ", page.title());
      secondFactor(fresh, page);
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("tsunagi.key"))));
    }
  }

  private static void secondFactor(RunningDesk fresh, Page page) {
    page.navigate(fresh.url() + "/account/totp");
    assertEquals(true, page.evaluate("document.querySelector('.tnf-qr').naturalWidth > 0"));
    String secret = page.innerText(".tnf-code").replaceAll("\\s", "");
    page.focus("#f-code");
    type(page, Authenticator.code(secret, 0));
    page.waitForSelector(".tnf-codes");
    List<String> codes = page.locator(".tnf-codes code").allInnerTexts();
    assertEquals(10, codes.size());
    page.focus("header form[action='/sign-out'] button");
    page.keyboard().press("Enter");
    page.waitForURL("**/sign-in");
    page.focus("#f-username");
    type(page, "kanri", OWN);
    page.waitForURL("**/sign-in/factor");
    page.navigate(fresh.url() + "/students");
    assertTrue(page.url().endsWith("/sign-in/factor"), page.url());
    page.focus("#f-code");
    type(page, "000000");
    page.waitForSelector("#fault");
    type(page, Authenticator.code(secret, 1));
    page.waitForURL("**/students");
  }

  @Test
  void tooManyWrongPasswordsAreAnsweredByAWaitAlsoForTheRightOne() {
    try (BrowserContext window = chromium.window(390, 844)) {
      Page page = window.newPage();
      page.navigate(desk.url() + "/sign-in");
      for (int i = 0; i < 11; i++) {
        page.fill("#f-username", "somebody.else");
        page.focus("#f-password");
        String wrong = "wrong " + i;
        page.waitForResponse(
            answer -> answer.request().method().equals("POST"), () -> type(page, wrong));
        page.waitForLoadState();
        String fault = page.innerText("#fault");
        assertEquals(i >= 10, fault.contains("しばらくサインインできません"), i + fault);
      }
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
      assertEquals("", page.inputValue("#f-password"));
    }
  }

  @Test
  void signingOutEverywhereEndsTheOtherWindowToo() {
    try (BrowserContext one = chromium.window(1280, 900);
        BrowserContext two = chromium.window(390, 844)) {
      Page here = signIn(one, desk.url(), Story.TEACHER, WebUser.PASSWORD);
      Page there = signIn(two, desk.url(), Story.TEACHER, WebUser.PASSWORD);
      here.waitForURL("**/students");
      there.waitForURL("**/students");
      here.navigate(desk.url() + "/account");
      assertTrue(here.locator(".tnf-list li").count() >= 2);
      here.focus("form[action='/account/sessions/end-all'] button");
      here.keyboard().press("Enter");
      here.waitForURL("**/sign-in");
      there.navigate(desk.url() + "/account");
      assertTrue(there.url().endsWith("/sign-in?to=%2Faccount"), there.url());
    }
  }

  @Test
  void theLanguageIsKeptAndThePageSaysWhichItIs() {
    try (BrowserContext window = chromium.window(1280, 900)) {
      Page page = signIn(window, desk.url(), Story.TEACHER, WebUser.PASSWORD);
      page.waitForURL("**/students");
      assertEquals("ja", page.getAttribute("html", "lang"));
      page.click("button[name=language]");
      page.waitForSelector("html[lang=en]");
      page.navigate(desk.url() + "/account");
      assertEquals("en", page.getAttribute("html", "lang"));
      page.click("button[name=language]");
      page.waitForSelector("html[lang=ja]");
      assertTrue(page.url().endsWith("/account"), page.url());
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    WebUser user = WebUser.signIn(desk, Story.TEACHER);
    for (String path : List.of("/students", "/nowhere", "/sign-in", "/api/v1/tallies", "/health")) {
      Map<String, List<String>> headers = user.get(path).headers().map();
      String policy = headers.getOrDefault("content-security-policy", List.of("")).get(0);
      assertTrue(policy.contains("script-src 'self'"), path + policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), path + policy);
      assertFalse(policy.contains("unsafe"), path + policy);
      assertEquals(List.of("nosniff"), headers.get("x-content-type-options"), path);
      assertEquals(List.of("DENY"), headers.get("x-frame-options"), path);
      assertEquals(List.of("same-origin"), headers.get("referrer-policy"), path);
      assertEquals(List.of("no-store"), headers.get("cache-control"), path);
      assertFalse(headers.containsKey("server"), path);
    }
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    try (BrowserContext window = chromium.window(1280, 900)) {
      Page page = signIn(window, desk.url(), Story.TEACHER, WebUser.PASSWORD);
      page.waitForURL("**/students");
      assertEquals("", page.evaluate("document.cookie"));
      assertFalse(window.cookies().isEmpty());
      window
          .cookies()
          .forEach(
              cookie -> {
                assertEquals(true, cookie.httpOnly, cookie.name);
                assertEquals("STRICT", String.valueOf(cookie.sameSite), cookie.name);
                assertEquals("/", cookie.path, cookie.name);
              });
    }
  }

  @Test
  void withoutSessionPagesLeadToSignInAndTheInterfaceRefuses() throws Exception {
    for (String path : List.of("/students", "/account", "/admin/users", "/pages/register")) {
      HttpResponse<String> answer = desk.get(path, "");
      assertEquals(303, answer.statusCode(), path);
      String location = answer.headers().firstValue("Location").orElse("");
      assertTrue(location.startsWith("/sign-in?to=%2F"), location);
    }
    assertEquals(401, desk.get("/api/v1/tallies", "").statusCode());
  }

  @Test
  void anAbsentStudentAndAForbiddenOneLookAlike() throws Exception {
    WebUser user = WebUser.signIn(desk, Story.TEACHER);
    String forbidden = "st-2026-001";
    String absent = "st-9999-001";
    assertEquals(200, WebUser.signIn(desk, "admin").get("/students").statusCode());
    for (String tab : List.of("", "/sheet-a", "/nothing")) {
      HttpResponse<String> one = user.get("/students/" + forbidden + tab);
      HttpResponse<String> two = user.get("/students/" + absent + tab);
      assertEquals(404, one.statusCode());
      assertEquals(404, two.statusCode());
      assertEquals(two.body(), one.body().replace(forbidden, absent));
    }
    assertNotEquals(404, user.get("/students/" + Story.STUDENT).statusCode());
  }

  @Test
  void theAdministratorsPagesAreThereForTheAdministratorOnly() throws Exception {
    WebUser teacher = WebUser.signIn(desk, Story.TEACHER);
    WebUser administrator = WebUser.signIn(desk, "admin");
    String nowhere = teacher.get("/admin/nowhere").body();
    for (String path : List.of("/admin/users", "/admin/security")) {
      assertEquals(404, teacher.get(path).statusCode(), path);
      assertEquals(200, administrator.get(path).statusCode(), path);
      assertEquals(nowhere.length() - "nowhere".length(), length(teacher, path), path);
    }
  }

  private static int length(WebUser user, String path) throws Exception {
    return user.get(path).body().length() - path.substring("/admin/".length()).length();
  }

  @Test
  void theFrameNeedsFewStatements() throws Exception {
    WebUser user = WebUser.signIn(desk, Story.TEACHER);
    user.get("/students");
    assertTrue(Timing.of(user.get("/nowhere")).statements() <= 5, "frame alone");
    assertTrue(Timing.of(user.get("/students")).statements() <= 8, "/students");
    WebUser administrator = WebUser.signIn(desk, "admin");
    administrator.get("/students");
    assertTrue(Timing.of(administrator.get("/students")).statements() <= 8, "all schools");
  }
}
