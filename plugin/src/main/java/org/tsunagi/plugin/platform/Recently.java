// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What was read in the last minute, so that no page reads it again and again. A write of this
 * process is seen with the next reading, in a race with it and from other processes after a minute.
 *
 * @param <K> the key
 * @param <V> what was read
 */
public final class Recently<K, V> {
  private static final long KEPT = TimeUnit.MINUTES.toNanos(1);

  private final AtomicLong writes;
  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();

  private record Kept<V>(V value, long write, long until) {}

  /**
   * Makes an empty one.
   *
   * @param writes counts the writes of this process
   */
  public Recently(AtomicLong writes) {
    this.writes = writes;
  }

  /** Returns what is known of a key, or reads it. */
  public V get(K key, Supplier<V> read) {
    Kept<V> known = kept.get(key);
    long write = writes.get();
    long now = System.nanoTime();
    if (known != null && known.write() == write && known.until() - now > 0) {
      return known.value();
    }
    V value = read.get();
    kept.put(key, new Kept<>(value, write, now + KEPT));
    return value;
  }
}
