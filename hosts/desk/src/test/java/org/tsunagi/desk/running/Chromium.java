// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium of this machine, for the tests of pages. */
final class Chromium implements AutoCloseable {
  static {
    // A page may take long where two cores also run the desk and the browser.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Path executable() {
    String given = System.getenv("CHROME");
    if (given != null && !given.isBlank()) {
      return Path.of(given);
    }
    return Stream.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need Chromium and found none: install Debian's package"
                        + " 'chromium', or name the program in the variable CHROME."));
  }

  /** Opens a window of a size, with its own cookies, in Japanese. */
  BrowserContext window(int width, int height) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, height).setLocale("ja-JP"));
  }

  /** Takes a picture of the whole page for people to look at. */
  static void picture(Page page, String name) {
    Path folder = Path.of(System.getProperty("tsunagi.pictures", "target/pictures"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  /** Returns the id of the browser's main process. */
  long pid() {
    for (JsonElement one :
        browser
            .newBrowserCDPSession()
            .send("SystemInfo.getProcessInfo")
            .getAsJsonArray("processInfo")) {
      if (one.getAsJsonObject().get("type").getAsString().equals("browser")) {
        return one.getAsJsonObject().get("id").getAsLong();
      }
    }
    throw new IllegalStateException("the browser does not tell its process");
  }

  /** Ends what is left of a browser that was killed. */
  void abandon() {
    playwright.close();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
