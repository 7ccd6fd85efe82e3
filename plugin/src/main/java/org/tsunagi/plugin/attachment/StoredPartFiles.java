// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.platform.Recently;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.PartFiles;
import org.tsunagi.plugin.supportsheet.SheetPlace;

/** The attached files as the sheet's pages and papers list them, with one statement a part. */
@Component(service = PartFiles.class)
public final class StoredPartFiles implements PartFiles {
  private final Transactions transactions;
  private final Recently<String, Integer> most = new Recently<>(AttachmentTable.SETTING_WRITES);

  /** Makes it. */
  @Activate
  public StoredPartFiles(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Line> list(OpenPart open) {
    SheetPlace place = open.place();
    return transactions.runSql(
        connection ->
            new AttachmentTable(connection)
                .list(place.school(), place.student(), "sheet", place.key().text()).stream()
                    .filter(one -> AttachmentService.readable(open, one))
                    .map(StoredPartFiles::line)
                    .toList());
  }

  @Override
  public int megabytes() {
    return most.get(
        "most",
        () ->
            transactions.runSql(
                connection -> new AttachmentTable(connection).setting().megabytes()));
  }

  private static Line line(Attachment one) {
    String title = one.addedTitle();
    return new Line(
        one.id(),
        one.place().section(),
        one.name(),
        one.kind().label(),
        one.bytes(),
        (title.isEmpty() ? "" : title + "　") + one.addedBy(),
        one.addedAt(),
        one.voidedBy(),
        one.voidReason());
  }
}
