// SPDX-License-Identifier: Apache-2.0
/** The tables of attached files, their contents and their setting. */
@NullMarked
package org.tsunagi.plugin.attachment.persistence;

import org.jspecify.annotations.NullMarked;
