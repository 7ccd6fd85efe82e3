// SPDX-License-Identifier: Apache-2.0
/** Databases and shared cases for the tests of every module; not part of the product. */
@NullMarked
package org.tsunagi.testing;

import org.jspecify.annotations.NullMarked;
