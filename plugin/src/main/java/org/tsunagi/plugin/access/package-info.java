// SPDX-License-Identifier: Apache-2.0
/** Privileges, scopes, audit chain, read log and service accounts. */
@NullMarked
package org.tsunagi.plugin.access;

import org.jspecify.annotations.NullMarked;
