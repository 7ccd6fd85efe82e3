// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: what every host must do, as tests.
 *
 * <p>A host writes one class that extends {@link org.tsunagi.api.conformance.HostConformance} and
 * gives it a {@link org.tsunagi.api.conformance.HostUnderTest}. Methods whose capability the host
 * lacks are tested for what the api says of such a host.
 */
@NullMarked
package org.tsunagi.api.conformance;

import org.jspecify.annotations.NullMarked;
