// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/**
 * One command's transaction, as entities and as SQL on the same connection.
 *
 * @param entities the entities; flushed when the command ends, or by {@code flush()} before SQL
 *     needs their rows
 * @param connection the connection; never commit or close it
 */
public record Session(EntityManager entities, Connection connection) {}
