// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.tsunagi.plugin.curriculum;

import org.jspecify.annotations.NullMarked;
