// SPDX-License-Identifier: Apache-2.0
/**
 * What a person has to do today: reviews of measures and agreements of meetings from the sheets,
 * and the steps of 気づきの一覧. Nothing is kept twice: the list is read from where it was written, for
 * one reader by that reader's rights; those who are meant are told once, by notice and by mail.
 */
@NullMarked
package org.tsunagi.plugin.task;

import org.jspecify.annotations.NullMarked;
