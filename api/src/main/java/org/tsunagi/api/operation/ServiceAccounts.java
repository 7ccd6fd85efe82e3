// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.operation;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Service accounts: named privileges behind a bearer token. */
@ProviderType
public interface ServiceAccounts {
  /**
   * Makes an account with a new token, replacing the token of an account of that name.
   *
   * @param name the account's name, 1–64 characters
   * @param privileges the privileges; an empty set means every REST privilege
   * @return the token; it is shown this once and kept only as a hash
   */
  String issue(String name, Set<String> privileges);
}
