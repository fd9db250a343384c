namespace KamtibmasPortal.Web.Start;

/// <summary>
/// What may follow the program's name when it serves: settings as ASP.NET Core takes them, `--Section:Key=value` or
/// `--key value`. Configuration itself takes any key in silence, so that a mistyped option would start a server.
/// </summary>
public static class ServerArguments
{
    private static readonly string[] s_sections =
        ["Storage", "ConnectionStrings", "Portal", "RateLimits", "Ingestion", "Sources", "Admin", "Accounts", "Mail", "Serilog", "Logging", "Kestrel", "AllowedHosts"];

    private static readonly string[] s_hostKeys =
    [
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey,
        WebHostDefaults.ApplicationKey, WebHostDefaults.WebRootKey, WebHostDefaults.DetailedErrorsKey, WebHostDefaults.CaptureStartupErrorsKey,
        WebHostDefaults.PreferHostingUrlsKey, WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.StaticWebAssetsKey,
    ];

    /// <summary>Null when all of them can be used; otherwise what can't.</summary>
    public static string? FaultOf(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var option = equals < 0 ? args[i] : args[i][..equals];
            if (!IsKnown(option))
            {
                return $"Unrecognized option '{option}'.";
            }

            // Without "=" the next word is the value.
            if (equals < 0 && ++i == args.Length)
            {
                return $"Option '{option}' lacks its value.";
            }
        }

        return null;
    }

    private static bool IsKnown(string option)
    {
        if (!option.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var key = option[2..];
        var section = key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? key[..colon] : key;
        return s_sections.Contains(section, StringComparer.OrdinalIgnoreCase) || s_hostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
