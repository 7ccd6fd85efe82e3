// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts services together by the types of their constructors, as the framework does. */
final class Assembly {
  private final Map<Class<?>, Object> known = new HashMap<>();

  Assembly(Collection<?> given) {
    given.forEach(one -> known.put(one.getClass(), one));
  }

  /** Returns the one of a type; made where it is not there yet. */
  <T> T get(Class<T> type) {
    for (Object one : known.values()) {
      if (type.isInstance(one)) {
        return type.cast(one);
      }
    }
    if (type.isInterface()) {
      Object silent = silent(type);
      known.put(silent.getClass(), silent);
      return type.cast(silent);
    }
    T made = type.cast(make(type));
    known.put(type, made);
    return made;
  }

  private Object make(Class<?> type) {
    Constructor<?> constructor =
        Stream.of(type.getDeclaredConstructors())
            .max(
                java.util.Comparator.comparing(
                    (Constructor<?> one) -> Modifier.isPublic(one.getModifiers())))
            .orElseThrow();
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(
          Stream.of(constructor.getParameterTypes()).map(this::get).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " can't be put together", e);
    }
  }

  /** A neighbour of no interest here: it knows nobody and says nothing. */
  private static <T> T silent(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            Assembly.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Class<?> wanted = method.getReturnType();
              if (wanted == Optional.class) {
                return Optional.empty();
              }
              if (wanted == byte[].class) {
                return new byte[0];
              }
              if (wanted == boolean.class) {
                return false;
              }
              if (wanted == int.class) {
                return method.getName().equals("hashCode") ? 1 : 0;
              }
              return wanted == Set.class ? Set.of() : wanted == List.class ? List.of() : null;
            }));
  }
}
