// SPDX-License-Identifier: Apache-2.0
/** RosarioSIS as a host: what it can do, and how its installation is described to us. */
@NullMarked
package org.tsunagi.rosariosis;

import org.jspecify.annotations.NullMarked;
