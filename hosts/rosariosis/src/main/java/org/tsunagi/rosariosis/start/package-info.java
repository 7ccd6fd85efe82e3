// SPDX-License-Identifier: Apache-2.0
/** What happens once when the service starts beside RosarioSIS. */
@NullMarked
package org.tsunagi.rosariosis.start;

import org.jspecify.annotations.NullMarked;
