namespace KamtibmasPortal.News.Tagging;

/// <summary>Names of rules as evidence quotes them: with the edition of the rules, so that a later edition knows which tags it must look at again.</summary>
internal static class RuleName
{
    /// <summary>Rises whenever rules or their tables change what is tagged.</summary>
    public const int Version = 3;

    public static string Of(string rule) => $"{rule}@{Version}";
}
