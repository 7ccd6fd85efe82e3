// SPDX-License-Identifier: Apache-2.0
/** What the PHP face asks for: menu, tabs and fragments. */
@NullMarked
package org.tsunagi.rosariosis.web;

import org.jspecify.annotations.NullMarked;
