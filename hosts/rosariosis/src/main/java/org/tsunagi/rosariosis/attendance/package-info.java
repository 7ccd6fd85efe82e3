// SPDX-License-Identifier: Apache-2.0
/** The host's marks, read with our meaning of their codes. */
@NullMarked
package org.tsunagi.rosariosis.attendance;

import org.jspecify.annotations.NullMarked;
