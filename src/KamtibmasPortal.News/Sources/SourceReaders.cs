using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Sources;

/// <summary>The reader for each kind of source.</summary>
public sealed class SourceReaders(FolderReader folders, WebSourceReader web)
{
    public Task<Listing> ReadAsync(Source source, SourceState known, CancellationToken cancellation) => ReaderOf(source.Kind).ReadAsync(source, known, cancellation);

    private ISourceReader ReaderOf(SourceKind kind) => kind is SourceKind.Folder ? folders : web;
}
