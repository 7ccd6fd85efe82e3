// SPDX-License-Identifier: Apache-2.0
/** The tables of the audit chain, the read log and the service accounts. */
@NullMarked
package org.tsunagi.plugin.access.persistence;

import org.jspecify.annotations.NullMarked;
