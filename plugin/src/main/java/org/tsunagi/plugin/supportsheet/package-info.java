// SPDX-License-Identifier: Apache-2.0
/**
 * 児童生徒理解・支援シート: forms as data, one engine that shows, saves and compares every part, drafts, life,
 * and the tabs in a student's record.
 */
@NullMarked
package org.tsunagi.plugin.supportsheet;

import org.jspecify.annotations.NullMarked;
