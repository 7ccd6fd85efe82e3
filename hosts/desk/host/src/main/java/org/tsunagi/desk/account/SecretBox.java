// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Secrets that the desk must be able to read again, sealed with AES-256-GCM under {@link DeskKey}.
 *
 * <p>A sealed text is {@code v1.} and, in base 64, 12 random bytes and the cipher text. It is bound
 * to its owner: what was sealed for one account does not open for another.
 */
@Component(service = SecretBox.class)
public final class SecretBox {
  private static final String VERSION = "v1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final String fingerprint;

  /** Reads the key that the framework's properties name. */
  @Activate
  public SecretBox(BundleContext context) {
    this(DeskKey.read(name -> Optional.ofNullable(context.getProperty(name)).orElse("")));
  }

  /** Takes a key of 32 bytes. */
  public SecretBox(byte[] key) {
    this.sealing = new SecretKeySpec(derive(key, "seal"), "AES");
    this.fingerprint =
        Base64.getUrlEncoder().withoutPadding().encodeToString(derive(key, "fingerprint"));
  }

  /** Returns a text that tells keys apart and says nothing about them. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Seals a text for its owner. */
  public String seal(String owner, String text) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] whole = new byte[NONCE_BYTES + sealed.length];
      System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return VERSION + Base64.getEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Opens a sealed text; empty when it was changed, or sealed for another or under another key. */
  public Optional<String> open(String owner, String sealed) {
    if (!sealed.startsWith(VERSION)) {
      return Optional.empty();
    }
    try {
      byte[] whole = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
      if (whole.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] derive(byte[] key, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(("tsunagi desk " + purpose).getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
