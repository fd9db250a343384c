using System.Net.Mail;

namespace KamtibmasPortal.Web.Settings;

/// <summary>The first administrator, created only while there is no editor.</summary>
public sealed record AdminSettings(string? Email, string? Password)
{
    public static AdminSettings Read(SettingsReader reader)
    {
        var settings = new AdminSettings(reader.Text("Admin:Email"), reader.Text("Admin:Password"));
        if (settings.Email is not null && !MailAddress.TryCreate(settings.Email, out _))
        {
            reader.Refuse("Admin:Email", "an e-mail address");
        }

        if (settings.Email is null != settings.Password is null)
        {
            reader.Refuse(settings.Email is null ? "Admin:Email" : "Admin:Password", "Admin__Email and Admin__Password together, or neither");
        }

        return settings;
    }

    // A record prints its members: the password must not reach a log that way.
    public override string ToString() => $"AdminSettings {{ Email = {Email} }}";
}
