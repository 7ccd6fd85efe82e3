// SPDX-License-Identifier: Apache-2.0
/** Words with their readings (furigana). */
@NullMarked
package org.tsunagi.plugin.familywords.domain;

import org.jspecify.annotations.NullMarked;
