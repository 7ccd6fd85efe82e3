// SPDX-License-Identifier: Apache-2.0
/**
 * 同意と提供: two consents (making the sheet, handing it over), each by items and recipient with the
 * content shown first; refusal, talks and withdrawal; another basis by law where consent can't be
 * had; and the ledger of what was handed over. What holds is judged anew from the events at every
 * request, so a withdrawal takes effect with the next one.
 *
 * <p>The sheet doesn't know this package: its content comes through {@link
 * org.tsunagi.plugin.consent.domain.SharedContent}.
 */
@NullMarked
package org.tsunagi.plugin.consent;

import org.jspecify.annotations.NullMarked;
