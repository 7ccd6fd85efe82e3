// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A saved version of a part, which is never changed again.
 *
 * @param version its number, from 1
 * @param content what was written
 * @param reflected what was reflected when it was saved, by place; empty where nobody kept it
 * @param savedBy the name of who saved it
 * @param savedTitle the role code under which they did
 * @param savedAt when
 */
public record SheetVersion(
    int version,
    SheetContent content,
    Map<String, String> reflected,
    String savedBy,
    String savedTitle,
    Instant savedAt) {
  public SheetVersion {
    reflected = Map.copyOf(reflected);
  }
}
