// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tsunagi.desk.account.Secrets;

/**
 * The token against forged requests: derived from the cookie's secret, so that another site can
 * neither read nor guess it, and nothing needs to be stored.
 */
public final class Csrf {
  private Csrf() {}

  /** Returns the token that belongs to a cookie's secret. */
  public static String tokenOf(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Tells whether a sent token belongs to a cookie's secret. */
  public static boolean matches(String secret, String sent) {
    return !secret.isEmpty() && Secrets.same(tokenOf(secret), sent);
  }
}
