namespace KamtibmasPortal.News.Model;

/// <summary>Names of acts on the rules.</summary>
public static class RuleActs
{
    public const string Draft = "rule.draft";
    public const string Apply = "rule.apply";
    public const string Undo = "rule.undo";
    public const string Discard = "rule.discard";

    public static readonly IReadOnlyList<string> All = [Draft, Apply, Undo, Discard];
}
