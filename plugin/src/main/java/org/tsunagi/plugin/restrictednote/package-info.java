// SPDX-License-Identifier: Apache-2.0
/**
 * 限定メモ: notes on a child that only named people or roles may open. That a note exists is shown,
 * with its day, its kind and who may open it; its content is given only one by one, after a reason,
 * and each opening stands in the read log. Content is in no list, page, print, export, search,
 * audit row, log line, notice or address.
 *
 * <p>Whoever teaches a child may hand in a concern (気になることを伝える) without being able to read any
 * note, the own one included.
 */
@NullMarked
package org.tsunagi.plugin.restrictednote;

import org.jspecify.annotations.NullMarked;
