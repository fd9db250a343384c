using System.Net.Mail;

namespace KamtibmasPortal.Web.Settings;

public enum MailSecurity { StartTls, Tls, None }

/// <summary>The server by which invitations and new passwords are mailed; without a host nothing is, and links are shown on the screen alone.</summary>
public sealed record MailSettings(string? Host, int Port, MailSecurity Security, string? User, string? Password, string? From)
{
    public bool IsOn => Host is not null;

    public static MailSettings Read(SettingsReader reader)
    {
        var settings = new MailSettings(
            reader.Text("Mail:Host"), reader.Number("Mail:Port", 587, 1, ushort.MaxValue), reader.Choice("Mail:Security", MailSecurity.StartTls),
            reader.Text("Mail:User"), reader.Text("Mail:Password"), reader.Text("Mail:From"));
        if (settings.From is null ? settings.IsOn : !MailAddress.TryCreate(settings.From, out _))
        {
            reader.Refuse("Mail:From", "the e-mail address that letters come from");
        }

        if (settings.User is null != settings.Password is null)
        {
            reader.Refuse(settings.User is null ? "Mail:User" : "Mail:Password", "Mail__User and Mail__Password together, or neither");
        }

        return settings;
    }

    // A record prints its members: the password must not reach a log that way.
    public override string ToString() => $"MailSettings {{ Host = {Host}, Port = {Port} }}";
}
