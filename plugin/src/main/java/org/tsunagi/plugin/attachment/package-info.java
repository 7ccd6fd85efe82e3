// SPDX-License-Identifier: Apache-2.0
/**
 * Files that people attach to a section of a child's sheet (添付資料) or to an entry of evidence. A
 * file is judged by its bytes before it is kept, is read only by those who may read the section,
 * and goes out as a download that no browser runs.
 */
@NullMarked
package org.tsunagi.plugin.attachment;

import org.jspecify.annotations.NullMarked;
