// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.FormSection;

/**
 * The attached files as the template of a part is given them.
 *
 * @param open the part
 * @param files what is attached
 * @param request the request
 */
record FileModel(OpenPart open, PartFiles files, PageRequest request) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  void putInto(Map<String, Object> model) {
    List<PartFiles.Line> all = files.list(open);
    model.put("files", all.stream().map(this::line).toList());
    model.put("fileSections", open.writable().sections().stream().map(this::section).toList());
    model.put("fileMegabytes", files.megabytes());
  }

  private Map<String, Object> section(FormSection section) {
    return Map.of("id", section.id(), "label", section.label().in(request.locale()));
  }

  private Map<String, Object> line(PartFiles.Line file) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", file.id());
    model.put("name", file.name());
    model.put("about", file.kind() + "　" + file.size());
    model.put("by", file.addedBy());
    model.put(
        "on", JapaneseDates.full(file.addedAt().atZone(TOKYO).toLocalDate(), request.locale()));
    model.put("section", label(file.section()));
    model.put("voided", file.voided());
    model.put("voidedBy", file.voidedBy());
    model.put("voidReason", file.voidReason());
    model.put(
        "canVoid",
        !file.voided()
            && open.writable().sections().stream().anyMatch(s -> s.id().equals(file.section())));
    return model;
  }

  private String label(String section) {
    return open.form().sections().stream()
        .filter(one -> one.id().equals(section))
        .map(one -> one.label().in(request.locale()))
        .findFirst()
        .orElse("");
  }
}
