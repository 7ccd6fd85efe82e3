// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in one English sentence what a REST operation does, for the published description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Summary {
  /** The sentence. */
  String value();
}
