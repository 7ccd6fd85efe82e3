// SPDX-License-Identifier: Apache-2.0
<<<<<<< HEAD
/** The sheets' rules and the shape of what they show; no framework and no clock. */
=======
/** What the sheets hold and the rules for it; pure functions and values. */
>>>>>>> access
@NullMarked
package org.tsunagi.plugin.supportsheet.domain;

import org.jspecify.annotations.NullMarked;
