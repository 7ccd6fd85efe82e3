// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

/**
 * A node's hold on a job; it is lost when another node begins the job again.
 *
 * @param job the job
 * @param node the node's identifier
 */
public record Claim(Job job, String node) {}
