// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.extension;

import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds attendance codes to the catalogue. */
@ConsumerType
public interface AttendanceCodeProvider {
  /** Returns the provider's name, a prefix for its code ids. */
  String name();

  /** Opens a catalogue in the shape of {@code /api/schema/attendance-codes.json}, UTF-8. */
  InputStream open();
}
