namespace KamtibmasPortal.News.Storage;

/// <summary>What the store takes on its disk, in bytes.</summary>
/// <param name="Whole">The file with its log, or the database.</param>
/// <param name="Snapshots">Kept pages in it; null where that is not known.</param>
/// <param name="Index">The search index in it; null where that is not known.</param>
public sealed record StoreSizes(long Whole, long? Snapshots, long? Index);
