// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.setting;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.plugin.access.AccessSettingService;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.AccessSetting;
import org.tsunagi.plugin.attachment.AttachmentSettingService;
import org.tsunagi.plugin.attachment.domain.SizeSetting;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 閲覧と添付の設定. */
@Component(service = SchoolPage.class)
public final class SettingPage implements SchoolPage {
  private final Pages pages;
  private final AccessSettingService access;
  private final AttachmentSettingService attachments;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public SettingPage(
      @Reference Pages pages,
      @Reference AccessSettingService access,
      @Reference AttachmentSettingService attachments,
      @Reference Gate gate) {
    this.pages = pages;
    this.access = access;
    this.attachments = attachments;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "access-settings";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Reading and files" : "閲覧と添付の設定";
  }

  @Override
  public int order() {
    return 97;
  }

  @Override
  public boolean visible(Actor actor) {
    return gate.permits(actor, Privilege.SETTING_WRITE, new Target.Installation());
  }

  @Override
  public String render(PageRequest request) {
    try {
      AccessSetting reading = access.inForce(request.actor());
      SizeSetting size = attachments.inForce(request.actor());
      PageRequest.Base base = request.base();
      Map<String, Object> model = new HashMap<>();
      model.put("accessVersion", reading.version());
      model.put("secondFactor", reading.secondFactor());
      model.put("readerNames", reading.readerNames());
      model.put("accessBy", reading.setBy());
      model.put("sizeVersion", size.version());
      model.put("megabytes", size.megabytes());
      model.put("sizeBy", size.setBy());
      model.put("version", AssetFiles.get().version());
      model.put(
          "base",
          Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
      return pages.render("setting/page.ftlh", request.locale(), model);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }
}
