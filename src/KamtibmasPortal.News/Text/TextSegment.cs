namespace KamtibmasPortal.News.Text;

public enum SegmentKind { Same, Removed, Added }

/// <summary>A stretch of two versions of a text. Same and Removed make the earlier one, Same and Added the later one.</summary>
public sealed record TextSegment(SegmentKind Kind, string Text);
