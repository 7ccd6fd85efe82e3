// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excuses a public method of a service from asking the {@link Gate}; every other one has to ask.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OpenToAll {
  /** Says why nothing is given away. */
  String value();
}
