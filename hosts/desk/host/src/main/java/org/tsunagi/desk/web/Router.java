// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The desk's routes: a method, a path, how far the sign-in must have come, and what answers. */
final class Router {
  private final List<Route> routes = new ArrayList<>();

  /** Who may come by a route. */
  enum Entry {
    /** Anybody. */
    OPEN,
    /** Who gave a right password, even if something is still missing. */
    BEGUN,
    /** Who is signed in. */
    FULL,
    /** Who holds the integrator's post for all schools. */
    ADMINISTRATOR
  }

  /** What answers a visit. */
  @FunctionalInterface
  interface Answering {
    /** Answers a visit. */
    Reply answer(Visit visit);
  }

  /**
   * A route.
   *
   * @param method GET or POST
   * @param parts the parts of its path; {@code *} stands for any one
   * @param entry who may come
   * @param answering what answers
   */
  record Route(String method, List<String> parts, Entry entry, Answering answering) {
    boolean leadsTo(String wanted, List<String> path) {
      if (!method.equals(wanted) || parts.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).equals("*") && !parts.get(i).equals(path.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Adds a route that shows something. */
  void get(String path, Entry entry, Answering answering) {
    routes.add(new Route("GET", parts(path), entry, answering));
  }

  /** Adds a route that receives a form. */
  void post(String path, Entry entry, Answering answering) {
    routes.add(new Route("POST", parts(path), entry, answering));
  }

  /** Finds the first route for a request. */
  Optional<Route> find(String method, List<String> path) {
    return routes.stream().filter(route -> route.leadsTo(method, path)).findFirst();
  }

  private static List<String> parts(String path) {
    return path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
  }
}
