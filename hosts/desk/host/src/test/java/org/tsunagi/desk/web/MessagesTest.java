// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void bothLanguagesHaveTheSameKeys() {
    Messages messages = new Messages();
    assertEquals(messages.keys(Locale.JAPANESE), messages.keys(Locale.ENGLISH));
  }
}
