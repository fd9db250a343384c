namespace KamtibmasPortal.Web.Accounts;

/// <summary>What a browser calls itself, in words somebody recognises: "Chrome, Windows".</summary>
public static class Devices
{
    // Each browser names others too: the more special ones come first.
    private static readonly (string Sign, string Name)[] s_browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] s_systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string NameOf(string agent)
    {
        string?[] parts = [Find(s_browsers, agent), Find(s_systems, agent)];
        var name = string.Join(", ", parts.OfType<string>());
        return name.Length > 0 ? name : Texts.OwnAccount.UnknownDevice;
    }

    private static string? Find((string Sign, string Name)[] known, string agent) => Array.Find(known, k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
