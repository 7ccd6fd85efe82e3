// SPDX-License-Identifier: Apache-2.0
/** What an attached file is, and whether its bytes are what its name says; pure. */
@NullMarked
package org.tsunagi.plugin.attachment.domain;

import org.jspecify.annotations.NullMarked;
