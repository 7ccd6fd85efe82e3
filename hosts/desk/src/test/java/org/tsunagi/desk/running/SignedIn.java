// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;

/** A person who is signed in at a running desk with a window of a browser. */
final class SignedIn implements AutoCloseable {
  private final RunningDesk desk;
  private final BrowserContext window;
  private final List<String> faults = new ArrayList<>();
  final Page page;

  private SignedIn(RunningDesk desk, BrowserContext window) {
    this.desk = desk;
    this.window = window;
    this.page = window.newPage();
    page.onPageError(faults::add);
    page.setDefaultTimeout(20_000);
  }

  /** Opens a window without signing in. */
  static SignedIn nobody(RunningDesk desk, BrowserContext window) {
    return new SignedIn(desk, window);
  }

  /** Signs a person of the sample in, in a window of the usual size. */
  static SignedIn as(RunningDesk desk, Chromium browser, String username) {
    return as(desk, browser.window(1280, 900), username);
  }

  static SignedIn as(RunningDesk desk, BrowserContext window, String username) {
    SignedIn person = new SignedIn(desk, window);
    person.open("/sign-in");
    person.page.fill("#f-username", username);
    person.page.fill("#f-password", WebUser.PASSWORD);
    person.page.click("main button");
    person.page.waitForURL(url -> !url.contains("/sign-in"));
    return person;
  }

  /** Opens an address and returns the status of the answer. */
  int open(String path) {
    return page.navigate(desk.url() + path).status();
  }

  /** Opens a month of the story's homeroom and waits for the script. */
  void openRegister(String month) {
    open("/pages/register?homeroom=" + Story.HOMEROOM + "&month=" + month);
    page.waitForSelector(".tng[data-ready]");
  }

  void openSheet() {
    open("/students/" + Story.STUDENT + "/sheet-a");
  }

  /** Returns the cell of a number in the register and a day. */
  Locator cell(int number, String date) {
    return page.locator(row(number) + " td[data-date='" + date + "']");
  }

  /** Returns the button of a figure in a row of the register. */
  Locator figure(int number, String name) {
    return page.locator(row(number) + " td[data-figure='" + name + "'] button");
  }

  /** Returns where a number's row is. */
  static String row(int number) {
    return "table.tn-reg tbody tr:nth-child(" + number + ")";
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** Presses Tab until an element has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < 60; i++) {
      press("Tab");
      Object there = page.evaluate("s => document.activeElement.matches(s)", selector);
      if (Boolean.TRUE.equals(there)) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + selector);
  }

  boolean hasFocus(Locator locator) {
    return (Boolean) locator.evaluate("e => e === document.activeElement");
  }

  /** Sends a request as the page itself would, with its token against forgery. */
  APIResponse send(String method, String path, Object body) {
    String token = page.getAttribute(".tng[data-csrf]", "data-csrf");
    return window
        .request()
        .fetch(
            desk.url() + path,
            RequestOptions.create()
                .setMethod(method)
                .setHeader("X-CSRF-Token", token)
                .setHeader("Content-Type", "application/json")
                .setData(body));
  }

  int width() {
    return (Integer) page.evaluate("document.documentElement.scrollWidth");
  }

  /** Lists the scripts' errors so far. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    window.close();
  }
}
