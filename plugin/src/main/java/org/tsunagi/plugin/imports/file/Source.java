// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read more than once. */
public interface Source {
  /** Returns the name that findings show. */
  String name();

  /** Opens it from its beginning. */
  InputStream open() throws IOException;
}
