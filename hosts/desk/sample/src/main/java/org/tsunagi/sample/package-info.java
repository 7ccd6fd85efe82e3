// SPDX-License-Identifier: Apache-2.0
/**
 * Fictional schools, written as the files that the extension imports.
 *
 * <p>Nobody in these files exists. The same seed and the same day give the same bytes, so that a
 * test can rely on them and a demonstration can be repeated. {@link
 * org.tsunagi.sample.SampleSchool} is the school of the demonstration, {@link
 * org.tsunagi.sample.BigSchool} a city for measuring, {@link org.tsunagi.sample.HandWritten} a
 * roster that no program has smoothed, and {@link org.tsunagi.sample.CountingCases} the counting
 * examples of the official answers.
 */
@NullMarked
package org.tsunagi.sample;

import org.jspecify.annotations.NullMarked;
