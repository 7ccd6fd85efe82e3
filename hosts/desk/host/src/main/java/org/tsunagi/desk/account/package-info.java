// SPDX-License-Identifier: Apache-2.0
/**
 * Accounts of the desk: passwords, second factor, throttling, the posts that are given here, and
 * what was done to an account.
 *
 * <p>People come from the roster; an account is what lets one of them sign in. Only the first
 * administrator may be a person outside the roster.
 */
@NullMarked
package org.tsunagi.desk.account;

import org.jspecify.annotations.NullMarked;
