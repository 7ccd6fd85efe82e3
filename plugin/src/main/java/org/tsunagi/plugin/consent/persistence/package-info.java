// SPDX-License-Identifier: Apache-2.0
/** Consents, disclosures and the sheets' rows they are about, in SQL. */
@NullMarked
package org.tsunagi.plugin.consent.persistence;

import org.jspecify.annotations.NullMarked;
