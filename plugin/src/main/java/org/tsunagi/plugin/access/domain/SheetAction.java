// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.Arrays;
import java.util.Optional;

/** What can be done to a section of the sheet, or to the part it stands in. */
public enum SheetAction {
  /** See it on a page or over REST, in a version or in a difference. */
  READ("read"),
  /** Change it. */
  WRITE("write"),
  /** Hand a draft in for review, or send a reviewed one back with a reason. */
  REVIEW("review"),
  /** Sign a reviewed part. */
  FINALISE("finalise"),
  /** Open a signed part again, with a reason. */
  UNLOCK("unlock"),
  /** Void a part, with a reason. */
  VOID("void"),
  /** Take it out of the product as a file of data. */
  EXPORT("export"),
  /** Have it on paper. */
  PRINT("print");

  private final String code;

  SheetAction(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Finds the action of a text code. */
  public static Optional<SheetAction> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
