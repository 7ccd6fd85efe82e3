// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.Source;
import org.tsunagi.plugin.imports.file.TableReader;
import org.tsunagi.plugin.imports.file.TableSpec;
import org.tsunagi.plugin.platform.jobs.JobRun;

/** An upload that is one CSV table. */
record Upload(JobRun run, String name) implements Source {
  @Override
  public InputStream open() {
    return run.open();
  }

  /** Reads all rows, in as many passes as there are consumers; later ones only without an error. */
  void read(TableSpec spec, java.util.List<Consumer<Row>> passes) throws IOException {
    TableReader reader = new TableReader(run);
    long lines = reader.check(this);
    run.setTotal(lines * passes.size());
    if (lines == 0) {
      return;
    }
    for (Consumer<Row> pass : passes) {
      long rows = reader.read(this, spec, pass);
      if (rows == 0 && !run.findings().refuse()) {
        run.findings()
            .add(Complaints.error("NO_ROWS", name, 1, "", "見出しの下にデータの行がありません。データの行を入れてください。", ""));
      }
      if (run.findings().refuse()) {
        return;
      }
    }
  }
}
