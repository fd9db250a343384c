using System.Net;
using System.Net.Mail;

namespace KamtibmasPortal.Web.Settings;

/// <summary>How the portal presents itself, and whom it believes about the visitor's address.</summary>
public sealed record PortalSettings(Uri? PublicUrl, string Name, string? Operator, string? ContactEmail, IReadOnlyList<IPNetwork> KnownProxies)
{
    /// <summary>Where the publisher can be found, for the publisher's box (UU Pers, article 12).</summary>
    public string? PostalAddress { get; init; }

    /// <summary>First pages of lists are kept ready for half a minute, unless something on them changes.</summary>
    public bool KeepsPages { get; init; } = true;

    /// <summary>Who answers for what is published.</summary>
    public string? ResponsibleEditor { get; init; }

    /// <summary>Visitors reach the portal by https: cookies are Secure and HSTS is sent.</summary>
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    public static PortalSettings Read(SettingsReader reader)
    {
        var mail = reader.Text("Portal:ContactEmail");
        if (mail is not null && !MailAddress.TryCreate(mail, out _))
        {
            reader.Refuse("Portal:ContactEmail", "an e-mail address");
        }

        return new PortalSettings(Address(reader), reader.Text("Portal:Name") ?? "Kamtibmas", reader.Text("Portal:Operator"), mail, Proxies(reader))
        {
            PostalAddress = reader.Text("Portal:PostalAddress"),
            KeepsPages = reader.Flag("Portal:KeepPages", true),
            ResponsibleEditor = reader.Text("Portal:ResponsibleEditor"),
        };
    }

    private static Uri? Address(SettingsReader reader)
    {
        if (reader.Text("Portal:PublicUrl") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
        {
            return url;
        }

        reader.Refuse("Portal:PublicUrl", "an absolute http or https address without a path, such as https://berita.example.id");
        return null;
    }

    private static List<IPNetwork> Proxies(SettingsReader reader)
    {
        var networks = new List<IPNetwork>();
        foreach (var (key, value) in reader.List("Portal:KnownProxies"))
        {
            if (IPAddress.TryParse(value, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(value, out var network))
            {
                networks.Add(network);
            }
            else
            {
                reader.Refuse(key, "an IP address or a network such as 10.0.0.0/8");
            }
        }

        return networks;
    }
}
