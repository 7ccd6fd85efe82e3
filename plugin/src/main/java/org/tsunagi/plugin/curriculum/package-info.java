// SPDX-License-Identifier: Apache-2.0
/**
 * Special curricula (特別の教育課程): plans of designated schools, how their hours compare with the law's
 * standard, which patterns of the guide they follow, and when an approval lets them take effect.
 * Figures are reckoned whenever somebody asks; only what people write is kept.
 */
@NullMarked
package org.tsunagi.plugin.curriculum;

import org.jspecify.annotations.NullMarked;
