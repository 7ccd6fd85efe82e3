// SPDX-License-Identifier: Apache-2.0
/** Who is meant by the words in which a person is named on a sheet. */
@NullMarked
package org.tsunagi.plugin.task.domain;

import org.jspecify.annotations.NullMarked;
